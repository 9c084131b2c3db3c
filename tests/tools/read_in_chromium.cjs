// Loads a heap snapshot or a CPU profile with the models behind the panels of Chromium's DevTools, and prints what they
// say of it.
// node read_in_chromium.cjs PUPPETEER BROWSER FILE.heapsnapshot|FILE.cpuprofile
const [puppeteer, executablePath, path] = process.argv.slice(2);
const { readFileSync } = require("fs");

// Both run in a page of DevTools.

// The Memory panel's. Its worker takes messages: make a loader, write text to it, build the snapshot, ask it.
async function heapsnapshot(text) {
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

// The Performance panel's: the tree with its times, the calls in the order of time, and the trace that the panel makes.
async function cpuprofile(text) {
  const { CPUProfileDataModel } = await import("/devtools/models/cpu_profile/cpu_profile.js");
  const Trace = await import("/devtools/models/trace/trace.js");
  const profile = new CPUProfileDataModel.CPUProfileDataModel(JSON.parse(text));
  const functions = {};
  const nodes = [profile.profileHead];
  for (const node of nodes) {
    const { functionName, url, lineNumber } = node;
    const row = (functions[`${functionName} ${url}:${lineNumber}`] ??= { self: 0, lines: {} });
    row.self += node.self;
    for (const { line, ticks } of node.positionTicks ?? []) row.lines[line] = (row.lines[line] ?? 0) + ticks;
    nodes.push(...node.children);
  }
  const order = [];
  let inCalls = 0;
  profile.forEachFrame(
    (depth, node, index, start) => order.push([depth, node.functionName, start]),
    (depth, node, index, start, duration, self) => (inCalls += self),
  );
  const { SamplesIntegrator } = Trace.Helpers.SamplesIntegrator;
  const trace = SamplesIntegrator.createFakeTraceFromCpuProfile(JSON.parse(text), 1);
  const model = Trace.TraceModel.Model.createWithAllHandlers();
  await model.parse(trace.traceEvents, { isCPUProfile: true });
  const calls = [];
  for (const threads of model.parsedTrace(0).data.Samples.profilesInProcess.values())
    for (const { profileCalls } of threads.values()) for (const { callFrame } of profileCalls) calls.push(callFrame.functionName);
  return {
    total: profile.total, depth: profile.maxDepth, nodes: nodes.length, functions, order, inCalls, calls,
    moved: [profile.gcNode, profile.programNode, profile.idleNode].filter(Boolean).length,
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
    const read = path.endsWith(".cpuprofile") ? cpuprofile : heapsnapshot;
    console.log("RESULT" + JSON.stringify(await page.evaluate(read, readFileSync(path, "utf8"))));
  } finally {
    await browser.close();
  }
})();
