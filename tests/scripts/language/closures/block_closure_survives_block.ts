let read: () => number;
let write: (n: number) => void;
{
  let hidden = 1;
  read = () => hidden;
  write = (n) => {
    hidden = n;
  };
}
write(42);
console.log(read()); // expect: 42
