import { a } "./_x.ts"; // expect syntax error:
