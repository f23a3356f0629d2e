import { basicPack } from "../basic-pack.ts";
import { words } from "./words.ts";

export const pt = basicPack("pt", words);
