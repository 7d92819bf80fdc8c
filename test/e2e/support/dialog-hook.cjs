// Loaded into main before the app, where nobody can click a dialog: writes what it says to stderr, and closes it.
const { dialog } = require('electron');

dialog.showMessageBox = async ({ type, message, detail, buttons }) => {
  process.stderr.write(`dialog: ${[type, message, detail, ...buttons].join(', ')}\n`);
  return { response: 0, checkboxChecked: false };
};
