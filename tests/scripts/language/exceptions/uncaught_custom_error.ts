class NotFound extends Error {
  override name = "NotFound";
}
console.log("start"); // expect: start
throw new NotFound("no such thing"); // expect error: NotFound: no such thing
