// Bundled for the benchmark: the test servers, which are written in TypeScript.
export { selfSigned } from '../../test/support/certificates';
export { gluuNames } from '../../test/support/gluu-names';
export { gluuTree } from '../../test/support/gluu-tree';
export { startScriptedSmtp } from '../../test/support/scripted-smtp';
export { startSlapd } from '../../test/support/slapd';
export { startSshd } from '../../test/support/sshd';
export { startProxy } from '../../test/support/tcp-proxy';
