/** Events of earlier versions are not sent. */
export function handleLegacySelectEvents(): void {}
