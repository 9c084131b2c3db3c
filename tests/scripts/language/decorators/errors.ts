const attempt = (f: () => unknown) => {
  try {
    f();
    console.log("fine");
  } catch (error) {
    console.log(String(error));
  }
};
const returns = (value: any) => (): any => value;
let late: any;
attempt(() => class { @(returns(1)) m() {} });
attempt(() => class { @(returns(null)) f = 1; });
attempt(() => class { @(returns(() => 1)) f = 1; });
attempt(() => class { @(returns(null)) accessor f = 1; });
attempt(() => class { @(returns({ get: 1 })) accessor f = 1; });
attempt(() => class { @(returns({})) accessor f = 1; });
attempt(() => {
  @(returns({}))
  class A {}
});
attempt(() => class { @((_: any, context: any) => context.addInitializer(1)) f = 1; });
attempt(() => class { @((_: any, context: any) => void (late = context)) f = 1; });
attempt(() => late.addInitializer(() => {}));
attempt(() => {
  const thrower = () => {
    throw new RangeError("thrown");
  };
  return class { @(thrower as any) f = 1; };
});
// expect: TypeError: Function expected
// expect: TypeError: Function expected
// expect: fine
// expect: TypeError: Object expected
// expect: TypeError: Function expected
// expect: fine
// expect: TypeError: Function expected
// expect: TypeError: Function expected
// expect: fine
// expect: TypeError: Cannot add initializers after decoration has completed
// expect: RangeError: thrown
