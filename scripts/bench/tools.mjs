// The command-line tools the app is compared with, each run as an administrator would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * Gives OpenLDAP's tools ready to run against `slapd` and its appliance entry `dn`. Each resolves when the tool has ended well,
 * and rejects with what it said if not. `folder` takes the file with the password.
 */
export function toolsFor({ slapd, dn, folder }) {
  const password = path.join(folder, 'password');
  // A file, not an argument: every user of the machine can read the arguments of a process.
  fs.writeFileSync(password, slapd.password, { mode: 0o600 });
  const login = ['-H', slapd.ldapsUrl, '-x', '-D', slapd.bindDn, '-y', password];
  return {
    search: () => run('ldapsearch', [...login, '-LLL', '-b', dn, '-s', 'sub', '(objectClass=*)']),
    base: () => run('ldapsearch', [...login, '-LLL', '-b', dn, '-s', 'base', '(objectClass=*)']),
    person: (attribute, value) => run('ldapsearch', [...login, '-LLL', '-b', 'o=gluu', `(${attribute}=${value})`]),
    allMails: () => run('ldapsearch', [...login, '-LLL', '-E', 'pr=500/noprompt', '-b', 'o=gluu', '(mail=*)', 'mail']),
    modify: (attribute, value) =>
      run('ldapmodify', login, `dn: ${dn}\nchangetype: modify\nreplace: ${attribute}\n${attribute}: ${value}\n`),
  };
}

/** Gives swaks ready to run against the mail server `{ port, login }`, as `toolsFor` does. */
export function mailToolsFor({ port, login: { userName, password } }) {
  // A throw-away login: swaks takes a password in no other way.
  const account = ['--auth', 'PLAIN', '--auth-user', userName, '--auth-password', password];
  const server = ['--server', '127.0.0.1', '--port', String(port), '--tls', ...account];
  const envelope = ['--from', 'gluu@example.org', '--to', 'gluu@example.org', '--silent', '3'];
  return {
    probe: () => run('swaks', [...server, ...envelope, '--quit-after', 'RCPT']),
    send: () => run('swaks', [...server, ...envelope]),
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
