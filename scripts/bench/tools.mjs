// The command-line tools the app is compared with, each run as an administrator would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * Gives the tools ready to run against `slapd`'s appliance entry `dn` and the mail server `mail` ({ port, login }). Each
 * resolves when the tool has ended well, and rejects with what it said if not. `folder` takes the file with the password.
 */
export function toolsFor({ slapd, dn, mail, folder }) {
  const password = path.join(folder, 'password');
  // A file, not an argument: every user of the machine can read the arguments of a process.
  fs.writeFileSync(password, slapd.password, { mode: 0o600 });
  const login = ['-H', slapd.ldapsUrl, '-x', '-D', slapd.bindDn, '-y', password];
  const { userName, password: mailPassword } = mail.login;
  // A throw-away login: swaks takes a password in no other way.
  const account = ['--auth', 'PLAIN', '--auth-user', userName, '--auth-password', mailPassword];
  const server = ['--server', '127.0.0.1', '--port', String(mail.port), '--tls', ...account];
  const envelope = ['--from', 'gluu@example.org', '--to', 'gluu@example.org', '--silent', '3'];
  return {
    search: () => run('ldapsearch', [...login, '-LLL', '-b', dn, '-s', 'sub', '(objectClass=*)']),
    base: () => run('ldapsearch', [...login, '-LLL', '-b', dn, '-s', 'base', '(objectClass=*)']),
    searchPerson: () => run('ldapsearch', [...login, '-LLL', '-b', 'o=gluu', '(uid=user77777)']),
    allMails: () => run('ldapsearch', [...login, '-LLL', '-E', 'pr=500/noprompt', '-b', 'o=gluu', '(mail=*)', 'mail']),
    modify: (attribute, value) =>
      run('ldapmodify', login, `dn: ${dn}\nchangetype: modify\nreplace: ${attribute}\n${attribute}: ${value}\n`),
    probeMail: () => run('swaks', [...server, ...envelope, '--quit-after', 'RCPT']),
    sendMail: () => run('swaks', [...server, ...envelope]),
  };
}

async function run(tool, args, input = '') {
  // The machine's ldap.conf stays out. The app has pinned the certificate; a tool can only take it unseen.
  const env = { ...process.env, LDAPCONF: '/dev/null', LDAPTLS_REQCERT: 'never', LC_ALL: 'C' };
  const child = spawn(tool, args, { env, stdio: 'pipe' });
  const closed = once(child, 'close');
  child.stdin.on('error', () => {}); // a tool that fails early closes its input; its exit code tells the story
  child.stdin.end(input);
  const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (child.exitCode !== 0) throw new Error(`${tool} ended with ${child.exitCode}: ${(complaints || said).trim()}`);
  return said;
}
