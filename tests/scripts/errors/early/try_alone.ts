try {
} // expect syntax error: Missing catch or finally after try
const a = 1;
