// Namespaces are objects with a scope of their own; declarations of one name add to the same object.

namespace Geometry {
  export const origin = { x: 0, y: 0 };
  const hidden = "not exported";

  export interface Point {
    x: number;
    y: number;
  }

  export function distance(a: Point, b: Point = origin): number {
    return Math.hypot(a.x - b.x, a.y - b.y);
  }

  export namespace Units {
    export const perInch = 2.54;
    export const describe = () => `${perInch} cm, ${hidden}`;
  }
}

namespace Geometry {
  export let calls = 0;

  export function twice(point: Point): Point {
    calls++;
    return { x: point.x * 2, y: point.y * 2 };
  }
}

const point: Geometry.Point = Geometry.twice({ x: 1.5, y: 2 });
console.log(point, Geometry.distance(point), Geometry.calls);
console.log(Geometry.Units.describe(), Object.keys(Geometry));

// A function with properties, and a class with a namespace of its own.
function version(): string {
  return `v${version.major}.${version.minor}`;
}
namespace version {
  export const major = 1;
  export const minor = 4;
}
console.log(version());

class Parser {
  parse(text: string): Parser.Result {
    return { words: text.split(" "), limit: Parser.LIMIT };
  }
}
namespace Parser {
  export const LIMIT = 80;

  export interface Result {
    words: string[];
    limit: number;
  }
}
console.log(new Parser().parse("one two"));

import distance = Geometry.distance;
console.log(distance({ x: 6, y: 8 }));

export {};
