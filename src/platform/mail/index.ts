export { enqueueMail, type Mail } from './enqueue-mail.ts';
export { listOutbox, type OutboxMail } from './outbox.ts';
export { sendWaitingMail, smtpSender, type MailSender } from './send-waiting-mail.ts';
