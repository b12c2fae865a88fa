/** Options of earlier versions are not translated. */
export default function keep(): void {}
