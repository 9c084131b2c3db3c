// The console. Its methods are carried out by the host, which knows them by their numbers (library/console/console.py).

{
  const methods = $namespace("console");
  const names = [
    "log", "error", "warn", "info", "debug", "table", "dir", "dirxml", "count", "countReset", "time", "timeLog",
    "timeEnd", "group", "groupCollapsed", "groupEnd", "assert", "trace",
  ];
  for (let number = 0; number < names.length; number++) {
    const name = names[number];
    methods[name] = $hostFunction(number, name);
  }
}
