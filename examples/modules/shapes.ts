import type { Unused } from "./types.ts";

export type Shape = { kind: "rectangle"; width: number; height: number } | { kind: "square"; side: number };

export function area(shape: Shape): number {
  return shape.kind === "square" ? shape.side ** 2 : shape.width * shape.height;
}

export default function describe(shape: Shape & Partial<Unused>): string {
  return `${shape.kind} of area ${area(shape)}`;
}
