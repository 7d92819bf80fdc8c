import { randomUUID } from 'node:crypto';
import type { DiscoveryFind, DiscoveryFinding, DiscoveryKeep, FoundSource } from '../../src-shared/model/discovery';
import { type Route, type SshHop, type SshRoute, wayText } from '../../src-shared/model/route';
import type { SecretChange, ServerDraft } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { safeText } from '../base/safe-text';
import { hostLines, trustQuestion } from '../guard/box-lines';
import { nameText } from '../guard/box-text';
import type { WriteConsent } from '../guard/write-consent';
import type { Learnt } from '../registry/server-registry';
import type { SaveServer } from '../servers/save-server';
import type { RemoteFiles } from '../ssh/remote-files';
import type { SshSecrets } from '../ssh/ssh-options';
import type { CallsOf, Work } from '../work/work';
import { Findings } from './findings';
import { kindOfText } from './gluu-texts';
import { type Judgement, judgeMaterial } from './judge-material';
import { lookAround } from './look-around';
import type { GivenText, Material } from './material';
import type { Sudo } from './read-files';

interface Needs {
  /**
   * Opens the way to the far end's files; its stages are those of SSH. A connection that stands under this `key` is used
   * again. Throws AppError `ssh.*`, `net.*`, `place.*`.
   */
  openFiles(key: string, route: SshRoute, secrets: SshSecrets, work: Work): Promise<RemoteFiles>;
  /** Over which SSH hosts a route leads now. Throws AppError `ssh.noConfig`. */
  wayOf(route: Route, work?: Work): Promise<readonly SshHop[]>;
  /** Ends the connection of that key. */
  closeFiles(key: string): void;
  /** Asks the user for a file in the system's own dialog and gives its text; undefined if the user said no. */
  openText(): Promise<{ name: string; text: string } | undefined>;
  save: SaveServer;
  /** Asks outside the window before a certificate is trusted that the window itself brought. */
  consent: Pick<WriteConsent, 'askWeakening'>;
}
export interface Discovery {
  calls: CallsOf<'discovery'>;
}

/** The calls that find out what is needed of a Gluu Server and add it. Nothing is ever written on that server. */
export function discoveryService(needs: Needs): Discovery {
  const keyOf = (findingId: string) => `discovery/${findingId}`;
  const findings = new Findings((id) => needs.closeFiles(keyOf(id)));

  function findingOf(material: Material, findingId: string): DiscoveryFinding {
    const { finding, bindPassword, salt } = judgeMaterial(material);
    for (const secret of [bindPassword, salt]) if (secret !== undefined) hideFromLog(secret);
    return { findingId: findings.keep(material, findingId), ...finding };
  }

  function take({ text, source, byWindow }: GivenText, findingId: string): DiscoveryFinding {
    const before = findingId === 'new' ? fresh() : findings.get(findingId);
    const kind = kindOfText(text);
    if (!kind) throw new AppError('input.invalid', { fields: { text: message('discovery.paste.notGluus') } });
    return findingOf(
      { ...before, given: { ...before.given, [kind]: { text, source, byWindow } } },
      findingId === 'new' ? randomUUID() : findingId,
    );
  }

  async function find(input: DiscoveryFind, work: Work): Promise<DiscoveryFinding> {
    const { route, sshPassword, sshPassphrase, sudo, root, findingId = randomUUID() } = input;
    const earlier = input.findingId === undefined ? undefined : findings.get(findingId);
    for (const secret of [sshPassword, sshPassphrase, sudo?.password]) if (secret !== undefined) hideFromLog(secret);
    const before: Material = {
      ...fresh(),
      given: earlier?.given ?? {},
      route,
      way: await needs.wayOf(route, work),
      ...(sshPassword === undefined ? {} : { sshPassword }),
      ...(sshPassphrase === undefined ? {} : { sshPassphrase }),
    };
    // Or a connection that another password opened would make a wrong one look right.
    if (earlier && (earlier.sshPassword !== sshPassword || earlier.sshPassphrase !== sshPassphrase))
      needs.closeFiles(keyOf(findingId));
    const files = await needs.openFiles(keyOf(findingId), route, secretsOf(before), work);
    try {
      const forThis: Sudo | undefined = sudo && (sudo.password === '' ? {} : { password: sudo.password });
      return findingOf(await lookAround(files, before, forThis, root, work), findingId);
    } finally {
      files.close();
    }
  }

  const calls: Discovery['calls'] = {
    'discovery.find': find,

    async 'discovery.paste'({ text, findingId, name }) {
      const source = name === undefined ? ({ kind: 'pasted' } as const) : opened(name);
      return take({ text, source, byWindow: true }, findingId);
    },

    async 'discovery.open'({ findingId }) {
      const file = await needs.openText();
      return file && take({ text: file.text, source: opened(file.name), byWindow: false }, findingId);
    },

    async 'discovery.keep'(choice, work) {
      const material = findings.get(choice.findingId);
      const judgement = judgeMaterial(material);
      const draft = draftOf(material, judgement, choice);
      const pin = draft.mode === 'plain' ? undefined : judgement.certificate?.sha256;
      if (pin !== undefined && material.given.certificate?.byWindow) await askForPin(needs.consent, draft, pin, work);
      if (material.route) requireWay(material, await needs.wayOf(material.route));
      const saved = await needs.save(
        {
          draft,
          bindPassword: replaceBy(choice.bindPassword ?? judgement.bindPassword),
          salt: replaceBy(judgement.salt),
          sshPassword: replaceBy(choice.keepSshSecrets ? material.sshPassword : undefined),
          sshPassphrase: replaceBy(choice.keepSshSecrets ? material.sshPassphrase : undefined),
        },
        work,
        { learnt: learntFrom(judgement, pin) },
      );
      findings.forget(choice.findingId);
      return saved;
    },

    async 'discovery.forget'({ findingId }) {
      findings.forget(findingId);
    },
  };
  return { calls };
}

function learntFrom({ finding: { version, root } }: Judgement, sha256: string | undefined): Learnt {
  const now = new Date().toISOString();
  return {
    ...(sha256 === undefined ? {} : { pin: { sha256, acceptedAt: now } }),
    ...(version && root ? { foundVersion: { version, root, foundAt: now } } : {}),
  };
}

/** Throws AppError `write.notConfirmed`. */
const askForPin = (consent: Needs['consent'], { host, port, name }: ServerDraft, sha256: string, work: Work) => {
  const what = message('box.trust.ldap', { name: nameText(name) });
  const where = hostLines('host', host, [port]);
  return consent.askWeakening(trustQuestion(what, where, { host, sha256 }, message('box.trust.pasted')), work);
};

/** A file that was chosen or dropped; its name may be anything. */
const opened = (name: string): FoundSource => ({ kind: 'opened', name: safeText(name) });

const fresh = (): Material => ({ installations: [], looks: {}, given: {} });

/** What was typed and found is for the hosts of then. Throws AppError `ssh.noConfig` if the route leads over others now. */
function requireWay({ route, way }: Material, now: readonly SshHop[]): void {
  if (!route || !way || wayText(now) === wayText(way)) return;
  const why = message('discovery.wayChanged', { before: wayText(way), now: wayText(now) });
  throw new AppError('ssh.noConfig', { facts: { host: route.host, why } });
}

function secretsOf(material: Material): SshSecrets {
  const typed = (secret: string | undefined) => async (way: readonly SshHop[]) => {
    requireWay(material, way);
    return secret;
  };
  return { password: typed(material.sshPassword), passphrase: typed(material.sshPassphrase) };
}

const replaceBy = (value: string | undefined): SecretChange =>
  value === undefined ? { kind: 'keep' } : { kind: 'replace', value };

/** The profile as it is stored. Where LDAP answers is the finding's word; the window's only if no route leads there. */
function draftOf({ route }: Material, { finding, target }: Judgement, choice: DiscoveryKeep): ServerDraft {
  const blocking = finding.missing.find(({ needed }) => needed);
  if (!target || blocking)
    throw new AppError('input.invalid', { fields: { finding: blocking?.what ?? message('discovery.missing.target') } });
  if (route && choice.host !== undefined)
    throw new AppError('input.invalid', { fields: { host: message('discovery.new.hostIsFound') } });
  return {
    ...choice.server,
    ...target,
    host: choice.host ?? target.host,
    route: route ?? { kind: 'direct' },
  };
}
