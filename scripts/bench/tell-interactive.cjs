// Loaded into Electron before the program (`electron -r`): tells on standard output when the first window can be used.
const { app } = require('electron');

// A heading and a button that is on, twice brought to the screen since: the second frame shows what the first has drawn.
const UNTIL_USABLE = `new Promise((resolve) => {
  const frame = () => new Promise(requestAnimationFrame);
  const look = async () => {
    while (!document.querySelector('main h1') || !document.querySelector('main button:enabled')) await frame();
    await frame();
    await frame();
    resolve();
  };
  look();
})`;

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(UNTIL_USABLE);
    process.stdout.write('interactive\n');
  });
});
