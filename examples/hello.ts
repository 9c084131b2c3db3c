// The shortest program that shows types going away and values staying.

interface Greeting {
  readonly to: string;
  readonly times?: number;
}

function greet({ to, times = 1 }: Greeting): string {
  return Array.from({ length: times }, () => `Hello, ${to}!`).join(" ");
}

console.log(greet({ to: "world" }));
console.log(greet({ to: "TypeScript", times: 2 }));
