import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = spawnSync('dovecot', ['--version'], { encoding: 'utf8' }).stdout ?? '';

/** Dovecot 2.3, whose settings these are, and somebody who may give its processes away to their users. */
export const hasDovecot = version.startsWith('2.3.') && process.getuid?.() === 0;

export interface ImapServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Puts a mail into a folder. */
  deliver(folder: string, bytes: Uint8Array): void;
  stop(): void;
}

/** A real IMAP server with one mailbox, which has the folders INBOX and 已发送. */
export async function startDovecot(): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-imap-'));
  chmodSync(folder, 0o755);
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
  const mails = join(folder, 'mails');
  mkdirSync(mails);
  chownSync(mails, nobody, nobody);
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  writeFileSync(
    config,
    `base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'state')}
log_path = ${join(folder, 'log')}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
auth_failure_delay = 0
mail_location = maildir:${mails}/%u
passdb {
  driver = static
  args = password=right
}
userdb {
  driver = static
  args = uid=${nobody} gid=${nobody} home=${mails}/%u
}
namespace inbox {
  inbox = yes
  mailbox 已发送 {
    auto = create
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  );
  execFileSync('dovecot', ['-c', config], { stdio: 'ignore' });
  const user = 'msss@city.example';
  return {
    port,
    user,
    password: 'right',
    deliver: (into, bytes) =>
      void execFileSync('doveadm', ['-c', config, 'save', '-u', user, '-m', into], { input: bytes }),
    stop() {
      const pid = join(folder, 'run', 'master.pid');
      if (existsSync(pid)) process.kill(Number(readFileSync(pid, 'utf8')), 'SIGTERM');
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
