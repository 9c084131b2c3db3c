enum Direction { Up, Down = 5, Left, Right = Left * 2, }
console.log(Direction.Up, Direction.Down, Direction.Left, Direction.Right, Direction[5], Direction["Up"], Direction); // expect: 0 5 6 12 Down 0 {
// expect:   '0': 'Up',
// expect:   '5': 'Down',
// expect:   '6': 'Left',
// expect:   '12': 'Right',
// expect:   Up: 0,
// expect:   Down: 5,
// expect:   Left: 6,
// expect:   Right: 12
// expect: }
console.log(Object.keys(Direction), Direction[99], typeof Direction); // expect: [
// expect:   '0',    '5',
// expect:   '6',    '12',
// expect:   'Up',   'Down',
// expect:   'Left', 'Right'
// expect: ] undefined object
