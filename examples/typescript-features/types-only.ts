// Everything here that is about types disappears; the program behaves as if it had never been written.

interface Config {
  host: string;
  port?: number;
  [extra: string]: unknown;
}

type Handler<in Event, out Answer = void> = (this: Config, event: Event) => Answer;
type Route = `/${string}`;
declare const compiledBy: string;
declare global {
  interface Array<T> {
    inventedMethod(): T;
  }
}

const config = { host: "localhost", port: 8080 } satisfies Config;
console.log(config.port.toFixed(0), typeof compiledBy);

const routes = { home: "/", about: "/about" } as const satisfies Record<string, Route>;
console.log(Object.values(routes));

const handler: Handler<string, string> = function (event) {
  return `${event} on ${this.host}`;
};
console.log(handler.call(config, "click"));

let late!: number;
const assign = () => {
  late = 7;
};
assign();
console.log(late + 1, (late as unknown as string) ?? "none", <number>late);

const maybe: { deep?: { value: number } } = { deep: { value: 3 } };
console.log(maybe.deep!.value, maybe?.deep?.value);

function total(this: void, ...numbers: readonly number[]): number;
function total(...numbers: number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
console.log(total(1, 2, 3));

// A field that is declared leaves nothing, one that is merely not initialised is undefined.
abstract class Base<T> {
  declare ghost: T;
  protected abstract value: T;
  optional?: string;
}
class Derived extends Base<number> implements Partial<Config> {
  protected value = 4;
  host = "here";
}
console.log(new Derived());
console.log("ghost" in new Derived(), "optional" in new Derived());

export {};
