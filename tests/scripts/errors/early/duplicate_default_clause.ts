switch (1) {
  default:
  case 1:
  default: // expect syntax error: More than one default clause in switch statement
}
