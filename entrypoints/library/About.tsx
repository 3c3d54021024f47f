import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { formatDay } from "../../components/format-day";
import "../../components/privacy.css";

type AboutProduct = typeof import("virtual:about")["about"];

/** Sites that are named one by one. */
const MOST_SITES = 20;

/** Versions, the day of the content, where it comes from, and licences. */
export function About() {
	const [about, setAbout] = useState<AboutProduct | null>();
	useEffect(() => {
		// A file of its own: the texts of licences are long and read once.
		import("virtual:about").then(
			(loaded) => setAbout(loaded.about),
			() => setAbout(null),
		);
	}, []);
	if (about === null) return <p role="alert">{i18n.t("about.failed")}</p>;
	if (about === undefined) return null;
	const facts = [
		[i18n.t("about.version"), browser.runtime.getManifest().version],
		[i18n.t("about.content"), formatDay(about.contentDate)],
		[i18n.t("about.symptoms"), about.symptomCount.toLocaleString()],
		[i18n.t("about.answers"), about.answerCount.toLocaleString()],
		[i18n.t("about.browser"), browserName()],
	] as const;
	const unnamed = about.sites.length - MOST_SITES;
	return (
		<div className="about">
			<dl className="facts">
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			<p>{i18n.t("about.notReviewed")}</p>
			<h3>{i18n.t("about.sources")}</h3>
			<p>{i18n.t("about.sourcesNote")}</p>
			<ul className="about-text">
				{about.sites.slice(0, MOST_SITES).map(({ site, statementCount }) => (
					<li key={site}>{i18n.t("about.site", statementCount, [statementCount.toLocaleString(), site])}</li>
				))}
				{unnamed > 0 && <li>{i18n.t("about.moreSites", [unnamed.toLocaleString()])}</li>}
			</ul>
			<h3>{i18n.t("about.licence")}</h3>
			<p>{i18n.t("about.licenceText")}</p>
			<h3>{i18n.t("about.libraries")}</h3>
			<p>{i18n.t("about.librariesNote")}</p>
			<ul className="about-text">
				{about.libraries.map(({ name, version, licence, text }) => (
					<li key={`${name}@${version}`}>
						<details>
							<summary>{i18n.t("about.library", [name, version, licence])}</summary>
							{text ? (
								<pre lang="en" dir="ltr">
									{text}
								</pre>
							) : (
								<p>{i18n.t("about.noText")}</p>
							)}
						</details>
					</li>
				))}
			</ul>
		</div>
	);
}

function browserName(): string {
	const [name] = /(?:Firefox|Edg|OPR|Chrome)\/[\d.]+/.exec(navigator.userAgent) ?? [navigator.userAgent];
	return name.replace("/", " ");
}
