"""Every export, read by a program that is not ours."""

import csv
import json
import os
import pathlib
import unittest

import bibtexparser
import jsonschema
import rdflib
import stix2
from followthemoney import model
from rdflib.namespace import PROV, RDF

ROOT = pathlib.Path(os.environ["HEADWATER_EXPORT_OUT"])
SCHEMA = json.loads((pathlib.Path(__file__).parents[2] / "Schemas/account-1.schema.json").read_text())
STORIES = sorted(folder for folder in ROOT.iterdir() if folder.is_dir())

# The contexts are fetched by address; a test asks no network, so the terms that the exports use stand here.
ANNO = {
    "@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "target": {"@id": "http://www.w3.org/ns/oa#hasTarget", "@type": "@id"},
    "body": {"@id": "http://www.w3.org/ns/oa#hasBody", "@type": "@id"},
    "source": {"@id": "http://www.w3.org/ns/oa#hasSource", "@type": "@id"},
    "selector": {"@id": "http://www.w3.org/ns/oa#hasSelector", "@type": "@id"},
}
SCHEMA_ORG = {"@vocab": "https://schema.org/"}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def graph(path, context=None):
    data = load(path)
    if context:
        data["@context"] = context
    return rdflib.Graph().parse(data=json.dumps(data), format="json-ld")


def accounts(folder):
    data = load(folder / "account.json")
    return data["accounts"] if "accounts" in data else [data]


class ExportCase(unittest.TestCase):
    def each(self):
        return STORIES


class AccountTests(ExportCase):
    def test_the_account_keeps_to_its_schema(self):
        for folder in self.each():
            jsonschema.Draft202012Validator(SCHEMA).validate(load(folder / "account.json"))

    def test_lines_have_the_members_of_the_account(self):
        for folder in self.each():
            found = lines(folder / "account.jsonl")
            told = [claim for account in accounts(folder) for claim in account["claims"]]
            mine = [{k: v for k, v in line.items() if k not in ("record", "story")} for line in found if line["record"] == "claim"]
            self.assertEqual(mine, told)


class TableTests(ExportCase):
    def test_every_row_has_every_column(self):
        for folder in self.each():
            tables = sorted(folder.glob("*.csv"))
            self.assertEqual(len(tables), 13)
            for table in tables:
                with table.open(encoding="utf-8", newline="") as file:
                    rows = list(csv.reader(file, strict=True))
                self.assertEqual({len(row) for row in rows}, {len(rows[0])}, table.name)

    def test_the_words_of_a_row_are_those_of_the_text(self):
        for folder in self.each():
            texts = {document["id"]: document["text"] for account in accounts(folder) for document in account["documents"]}
            for name in ("statements", "figures", "discrepancies", "quotations", "exchanges", "places", "timeline"):
                with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                    for row in csv.DictReader(file):
                        at = slice(int(row["characterStart"]), int(row["characterEnd"]))
                        self.assertEqual(texts[row["document"]][at], row["exact"])


class AnnotationTests(ExportCase):
    def test_both_selectors_find_the_same_words(self):
        for folder in self.each():
            texts = {"urn:headwater:" + d["id"]: d["text"] for account in accounts(folder) for d in account["documents"]}
            page = load(folder / "annotations.jsonld")
            self.assertEqual(page["type"], "AnnotationPage")
            ids = [item["id"] for item in page["items"]]
            self.assertEqual(len(ids), len(set(ids)))
            for item in page["items"]:
                position, quote = item["target"]["selector"]
                text = texts.get(item["target"]["source"])
                if text is None:
                    continue
                self.assertEqual(text[position["start"]:position["end"]], quote["exact"])
                around = quote["prefix"] + quote["exact"] + quote["suffix"]
                self.assertIn(around, text)

    def test_it_is_linked_data(self):
        for folder in self.each():
            found = graph(folder / "annotations.jsonld", ANNO)
            oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
            self.assertEqual(len(set(found.subjects(RDF.type, oa.Annotation))), len(load(folder / "annotations.jsonld")["items"]))


class LinkedDataTests(ExportCase):
    def test_provenance(self):
        for folder in self.each():
            found = graph(folder / "prov.jsonld")
            entities = set(found.subjects(RDF.type, PROV.Entity))
            agents = set(found.subjects(RDF.type, PROV.Agent))
            self.assertTrue(entities.isdisjoint(agents))
            for _, _, source in found.triples((None, PROV.wasDerivedFrom, None)):
                self.assertIn(source, entities)
            for _, _, source in found.triples((None, PROV.wasQuotedFrom, None)):
                self.assertIn(source, entities)
            for _, _, agent in found.triples((None, PROV.wasAttributedTo, None)):
                self.assertIn(agent, agents)
            told = sum(len(claim["statements"]) for account in accounts(folder) for claim in account["claims"])
            self.assertEqual(len(list(found.triples((None, PROV.wasQuotedFrom, None)))), told)

    def test_schema_org(self):
        for folder in self.each():
            found = graph(folder / "schema-org.jsonld", SCHEMA_ORG)
            schema = rdflib.Namespace("https://schema.org/")
            documents = {d["id"] for account in accounts(folder) for d in account["documents"]}
            articles = set(found.subjects(RDF.type, schema.NewsArticle))
            self.assertEqual({str(article) for article in articles}, {"urn:headwater:" + each for each in documents})
            claims = set(found.subjects(RDF.type, schema.Claim))
            self.assertEqual(len(claims), sum(len(account["claims"]) for account in accounts(folder)))
            for claim in claims:
                self.assertTrue(set(found.objects(claim, schema.appearance)) <= articles)


class FollowTheMoneyTests(ExportCase):
    def test_every_value_is_valid(self):
        for folder in self.each():
            entities = lines(folder / "entities.ftm.json")
            ids = {entity["id"] for entity in entities}
            for entity in entities:
                proxy = model.get_proxy(entity)
                proxy.schema.validate(entity)
                for prop, value in proxy.itervalues():
                    self.assertTrue(prop.type.validate(value), f"{entity['schema']}.{prop.name} {value[:80]!r}")
                    if prop.type.name == "entity":
                        self.assertIn(value, ids)
                        schema = next(each["schema"] for each in entities if each["id"] == value)
                        self.assertTrue(model.get(schema).is_a(prop.range), f"{entity['schema']}.{prop.name} -> {schema}")
                self.assertEqual(set(entity["properties"]), set(proxy.properties) & set(entity["properties"]))


class StixTests(ExportCase):
    def test_the_bundle_is_valid(self):
        for folder in self.each():
            bundle = stix2.parse((folder / "stix.json").read_text(encoding="utf-8"), allow_custom=False, version="2.1")
            objects = getattr(bundle, "objects", [])
            ids = {each.id for each in objects}
            self.assertEqual(len(ids), len(objects))
            for each in objects:
                for name in ("source_ref", "target_ref"):
                    if name in each:
                        self.assertIn(each[name], ids)
                for reference in each.get("object_refs", []):
                    self.assertIn(reference, ids)


class PloverTests(ExportCase):
    TYPES = {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", None,
    }

    def test_records(self):
        for folder in self.each():
            for record in load(folder / "plover.json"):
                self.assertIn(record["event"], self.TYPES)
                self.assertTrue(all(actor["actorText"] for actor in record["actor"] + record["recipient"]))


class GeoTests(ExportCase):
    def test_points(self):
        for folder in self.each():
            found = load(folder / "places.geojson")
            self.assertEqual(found["type"], "FeatureCollection")
            for feature in found["features"]:
                longitude, latitude = feature["geometry"]["coordinates"]
                self.assertTrue(-180 <= longitude <= 180 and -90 <= latitude <= 90)
                self.assertTrue(feature["properties"]["evidence"])


class BibliographyTests(ExportCase):
    def test_entries(self):
        for folder in self.each():
            parser = bibtexparser.bparser.BibTexParser(common_strings=True, interpolate_strings=False)
            found = bibtexparser.loads((folder / "reports.bib").read_text(encoding="utf-8"), parser)
            notes = {entry["note"] for entry in found.entries}
            self.assertEqual(notes, {d["id"] for account in accounts(folder) for d in account["documents"]})
            for entry in found.entries:
                self.assertTrue(entry["title"])


class PassimTests(ExportCase):
    def test_clusters(self):
        for folder in self.each():
            texts = {d["id"]: d["text"] for account in accounts(folder) for d in account["documents"]}
            sizes = {}
            for line in lines(folder / "passages.jsonl"):
                self.assertEqual(texts[line["id"]][line["begin"]:line["end"]], line["text"])
                sizes.setdefault(line["cluster"], []).append(line["size"])
            for size in sizes.values():
                self.assertEqual({len(size)}, set(size))


if __name__ == "__main__":
    unittest.main()
