/**
 * The library page: a section for each thing that the reader keeps or sets, each at its own address; or, with a page to
 * capture in the address, the form for that alone. `App.tsx` has the sections; heavy work runs in the two workers here.
 */
import { captureSourceOf } from "../../lib/messaging/capture-page";
import { showPage } from "../hooks/show-page";
import { App } from "./App";
import { Capture } from "./Capture";

const captureSource = captureSourceOf(location.search);
// A tab's number means another tab after a restart: the address must not outlive this visit.
if (captureSource) history.replaceState(null, "", location.pathname);

showPage(captureSource ? <Capture source={captureSource} /> : <App />);
