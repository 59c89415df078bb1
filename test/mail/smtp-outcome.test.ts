import { describe, expect, it } from 'vitest';
import { failedOutcome, type SmtpFailure, type SmtpStage } from '../../src/mail/smtp-outcome.ts';
import { fromKept } from '../../src/model/language.ts';

/** A reply as nodemailer tells it. */
function replied(command: string, response: string, code = 'EENVELOPE'): SmtpFailure {
  return { message: `refused: ${response}`, code, command, response, responseCode: Number(response.slice(0, 3)) };
}

describe('what a server says', () => {
  it.each<[string, SmtpFailure, SmtpStage, string, boolean]>([
    ['no such user', replied('RCPT TO', '550 5.1.1 no such user'), 'envelope', 'refused', false],
    ['mailbox full', replied('RCPT TO', '452 4.2.2 mailbox full'), 'envelope', 'later', false],
    ['bad sequence', replied('RCPT TO', '503 5.5.1 bad sequence'), 'envelope', 'later', false],
    ['login asked for late', replied('RCPT TO', '530 5.7.0 authentication required'), 'envelope', 'later', true],
    ['closing down', replied('RCPT TO', '421 4.3.2 closing'), 'envelope', 'later', true],
    ['not your address', replied('MAIL FROM', '553 5.7.1 not your address'), 'envelope', 'later', true],
    ['login asked for first', replied('MAIL FROM', '503 need EHLO and AUTH first'), 'envelope', 'later', true],
    ['too large', replied('MAIL FROM', '552 5.3.4 too large'), 'envelope', 'refused', false],
    ['slow down', replied('MAIL FROM', '451 4.7.1 slow down'), 'envelope', 'later', false],
    ['content denied', replied('DATA', '554 content denied', 'EMESSAGE'), 'data', 'refused', false],
    ['try later', replied('DATA', '451 try later', 'EMESSAGE'), 'data', 'later', false],
    ['closing after the mail', replied('DATA', '421 closing', 'EMESSAGE'), 'data', 'later', true],
    ['a reply that is none', replied('CONN', '250 ok?', 'EPROTOCOL'), 'data', 'unclear', true],
    ['wrong password', replied('AUTH PLAIN', '535 5.7.8 bad credentials', 'EAUTH'), 'session', 'later', true],
    ['too many tries to log in', replied('AUTH PLAIN', '454 4.7.0 later', 'EAUTH'), 'session', 'later', true],
    ['nobody served', replied('CONN', '554 no service here', 'EPROTOCOL'), 'session', 'later', true],
    ['no such host', { message: 'ENOTFOUND', code: 'EDNS', command: 'CONN' }, 'session', 'later', true],
    ['silence in the envelope', { message: 'Timeout', code: 'ETIMEDOUT', command: 'CONN' }, 'envelope', 'later', true],
    ['silence after the mail', { message: 'Timeout', code: 'ETIMEDOUT', command: 'CONN' }, 'data', 'unclear', true],
    ['no address', { message: 'Invalid recipient', code: 'EENVELOPE', command: 'API' }, 'envelope', 'refused', false],
  ])('%s', (_, failure, stage, kind, everyMail) => {
    const outcome = failedOutcome(failure, stage);
    expect(outcome).toMatchObject({ kind, everyMail });
    expect(fromKept(outcome.response, 'zh-CN')).not.toBe('');
    expect(outcome.response).not.toContain('\n');
  });

  it('is kept in one line, at any length', () => {
    const { response } = failedOutcome(replied('RCPT TO', `550-no\n550 ${'x'.repeat(600)}`), 'envelope');
    expect([response.slice(0, 11), response.length]).toEqual(['550-no 550 ', 500]);
  });
});
