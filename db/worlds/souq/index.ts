export { DEMO_PASSWORD } from './fill-members.ts';
export { fillSouq, isSouqFilled } from './fill-souq.ts';
