import type { FoundSource, GluuFileKind, Installation } from '../../src-shared/model/discovery';
import type { SshHop, SshRoute } from '../../src-shared/model/route';
import type { FileLook } from './read-files';

/** One file's text and where it is from. */
export interface Source {
  text: string;
  source: FoundSource;
}
/** `byWindow`: the window brought it, so that a compromised one could have made it up. */
export interface GivenText extends Source {
  byWindow: boolean;
}

/** All that was read or given of one Gluu Server. It holds secrets and never leaves main. */
export interface Material {
  route?: SshRoute;
  /** The SSH hosts that route led over when its secrets were typed. */
  way?: readonly SshHop[];
  sshPassword?: string;
  sshPassphrase?: string;
  installations: Installation[];
  root?: string;
  looks: Partial<Record<GluuFileKind, FileLook>>;
  /** Texts the user gave, which go before what was read. */
  given: Partial<Record<GluuFileKind, GivenText>>;
}
