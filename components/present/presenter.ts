import type { Router } from 'vue-router'
export function start(_router: Router): void {}
