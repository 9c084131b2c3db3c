// All holders exist now: every native goes where its name says.

$installNatives();
