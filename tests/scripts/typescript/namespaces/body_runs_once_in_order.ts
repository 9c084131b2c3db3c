console.log("before"); // expect: before
namespace N {
  console.log("inside");
  export const v = (console.log("init"), 1);
} // expect: inside
// expect: init
console.log("after", N.v); // expect: after 1
