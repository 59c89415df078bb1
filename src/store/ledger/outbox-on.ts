import type { Database } from '../database.ts';
import { addMails, refuseUnstorableMails } from './add-mails.ts';
import { lapseMails, resendMails, resolveMail } from './doubts.ts';
import { mailCounts, mailEvents, storedMail, storedMails } from './mail-rows.ts';
import type { Outbox } from './outbox.ts';
import { readdressMail } from './readdress.ts';
import { claimMail, endMail, mailMayLeaveAt, renewMail } from './send-mail.ts';

export function outboxOn(database: Database): Outbox {
  const { read, write } = database;
  return {
    async add(mails, now) {
      refuseUnstorableMails(mails);
      return write((db) => addMails(db, mails, { now, due: null }));
    },
    claim: (lease, pace = null) => claimMail(database, lease, pace),
    mayLeaveAt: (pace) => mailMayLeaveAt(database, pace),
    renew: (fence, leaseUntil) => renewMail(database, fence, leaseUntil),
    end: (fence, end, now) => endMail(database, fence, end, now),
    lapse: (now) => lapseMails(database, now),
    list: (which) => read((db) => storedMails(db, which)),
    counts: (which) => read((db) => mailCounts(db, which)),
    mail: (id) => read((db) => storedMail(db, id)),
    events: (id) => read((db) => mailEvents(db, id)),
    resend: (ids, by, because, now) => resendMails(database, ids, { by, because }, now),
    readdress: (id, to, by, because, now) => readdressMail(database, id, to, { by, because, now }),
    resolve: (id, what, by, because, now) => resolveMail(database, id, { what, by, because }, now),
  };
}
