let x = 1;
{
  let x = 2;
  console.log(x); // expect: 2
  {
    let x = 3;
    console.log(x); // expect: 3
  }
  console.log(x); // expect: 2
}
console.log(x); // expect: 1
