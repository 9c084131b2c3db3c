// The function objects of the kernel's natives; 99_install.ts puts them in their places when all holders are there.

$createNatives();
