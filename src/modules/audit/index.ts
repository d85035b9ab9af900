export { type AuditedAct, listActs } from './audit-lists.ts';
export { type Act, recordAct } from './record-act.ts';
