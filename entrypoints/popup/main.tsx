/**
 * The toolbar popup: search as you type, what runs on this page with its switches, the newest saved answers. `App.tsx` has
 * what it shows.
 */
import { showPage } from "../hooks/show-page";
import { App } from "./App";

showPage(<App />);
