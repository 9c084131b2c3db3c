class Timer {
  seconds = 0;
  tick = () => ++this.seconds;
  later() {
    return () => () => this.seconds;
  }
}
const timer = new Timer();
const { tick } = timer;
tick();
tick();
console.log(timer.later()()(), timer.seconds); // expect: 2 2
