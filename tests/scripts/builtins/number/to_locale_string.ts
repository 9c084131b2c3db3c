console.log((1234.5).toLocaleString(), (1234567.891).toLocaleString(), (-5).toLocaleString(), (0).toLocaleString()); // expect: 1,234.5 1,234,567.891 -5 0
