// Bundled for the benchmark: the test servers and the files of a console, which are written in TypeScript.
export { selfSigned } from '../../test/support/certificates';
export { gluuNames } from '../../test/support/gluu-names';
export { gluuTree } from '../../test/support/gluu-tree';
export { writeLongHistory } from '../../test/support/long-history';
export { writeManyServers } from '../../test/support/many-servers';
export { startScriptedSmtp } from '../../test/support/scripted-smtp';
export { startSlapd } from '../../test/support/slapd';
export { startSshd } from '../../test/support/sshd';
export { startProxy } from '../../test/support/tcp-proxy';
