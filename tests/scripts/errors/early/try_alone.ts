try {} const a = 1; // expect syntax error: Missing catch or finally after try
