// Loads a heap snapshot with the model behind the Memory panel of Chromium's DevTools, and prints what that says of it.
// node read_in_chromium.cjs PUPPETEER BROWSER SNAPSHOT
const [puppeteer, executablePath, snapshot] = process.argv.slice(2);
const { readFileSync } = require("fs");

// Runs in a page of DevTools. Its worker takes messages: make a loader, write text to it, build the snapshot, ask it.
async function load(text) {
  const start = () =>
    new Promise((ready) => {
      const path = "/devtools/entrypoints/heap_snapshot_worker/heap_snapshot_worker-entrypoint.js";
      const worker = new Worker(path, { type: "module" });
      const waiting = new Map();
      let calls = 0;
      const ask = (message, ports = []) =>
        new Promise((resolve, reject) => {
          waiting.set(++calls, { resolve, reject });
          worker.postMessage({ callId: calls, ...message }, ports);
        });
      worker.onmessage = ({ data }) => {
        if (data === "workerReady") return ready(ask);
        const call = waiting.get(data.callId);
        if (!call) return;
        waiting.delete(data.callId);
        if (data.error) call.reject(new Error(`${data.error}\n${data.errorCallStack}`));
        else call.resolve(data.result);
      };
    });
  const worker = await start();
  const second = await start();
  const call = (objectId, methodName, ...methodArguments) =>
    worker({ disposition: "method", objectId, methodName, methodArguments });
  await worker({ disposition: "createLoader", objectId: 1 });
  for (let at = 0; at < text.length; at += 1e6) await call(1, "write", text.slice(at, at + 1e6));
  await call(1, "close");
  const channel = new MessageChannel();
  await second({ disposition: "setupForSecondaryInit", objectId: 1 }, [channel.port1]);
  const build = { disposition: "factory", objectId: 1, methodName: "buildSnapshot", methodArguments: [], newObjectId: 2 };
  await worker(build, [channel.port2]);
  const { nodeCount, totalSize } = await call(2, "updateStaticData");
  const classes = Object.values(await call(2, "aggregatesWithFilter", {}));
  return {
    nodeCount,
    total: totalSize,
    classes: classes.map(({ name, count, self, maxRet }) => ({ name, count, self, retained: maxRet })),
    traces: await call(2, "allocationTracesTops"),
  };
}

(async () => {
  const port = 20000 + (process.pid % 20000);
  const browser = await require(puppeteer).launch({
    executablePath, headless: "shell", args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/devtools/device_mode_emulation_frame.html`);
    console.log("RESULT" + JSON.stringify(await page.evaluate(load, readFileSync(snapshot, "utf8"))));
  } finally {
    await browser.close();
  }
})();
