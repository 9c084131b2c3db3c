const v = 1;
export { v as "odd name", v as "default" };
