// Enums are the one type that leaves something behind at run time: an object.

enum Direction {
  Up,
  Down,
  Left = 10,
  Right,
}
console.log(Direction.Up, Direction.Right, Direction[10], Direction["Down"]);
console.log(Direction);

enum Level {
  Info = "INFO",
  Error = "ERROR",
}
const levels: Level[] = [Level.Info, Level.Error];
console.log(levels, Object.keys(Level));

// Flags are computed from each other.
enum Access {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  Both = Read | Write,
  Longest = "Both".length,
}
const access: Access = Access.Read | Access.Write;
console.log(access === Access.Both, (access & Access.Write) !== 0, Access.Longest);

const enum Size {
  Small = 1,
  Large = Small * 100,
}
console.log(Size.Small, Size.Large);

// Declarations of one name are one object.
enum Direction {
  Forward = 20,
}
console.log(Direction.Forward, Direction[20], Object.keys(Direction).length);

function describe(direction: Direction): string {
  switch (direction) {
    case Direction.Up:
      return "towards the sky";
    case Direction.Down:
      return "towards the ground";
    default:
      return `sideways (${Direction[direction]})`;
  }
}
console.log(describe(Direction.Up), "/", describe(Direction.Left));

export {};
