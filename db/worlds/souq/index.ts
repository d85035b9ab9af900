export { DEMO_PASSWORD } from './fill-members.ts';
export { FILLING_LOCK, fillSouq, isSouqFilled } from './fill-souq.ts';
