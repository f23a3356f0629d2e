import { basicPack } from "../basic-pack.ts";
import { words } from "./words.ts";

export const it = basicPack("it", words);
