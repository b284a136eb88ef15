// What a hostile or damaged XLSX file gets.
#include <random>

#include <gtest/gtest.h>

#include "platform/exchange/workbook.h"
#include "platform/exchange/xlsx.h"
#include "platform/exchange/xlsx_fixture.h"

namespace xb::exchange {
namespace {

TEST(XlsxLimits, RefusesWhatIsNoWorkbook) {
  EXPECT_EQ(told(std::string{}), "table.malformed");
  EXPECT_EQ(told(std::string{"a,b\n1,2\n"}), "table.malformed");
  EXPECT_EQ(told(std::string{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}), "table.malformed");
  EXPECT_EQ(told(Parts{{"x", "y"}}), "table.malformed");
  EXPECT_EQ(told(zipped(table(""), ZIP_CM_DEFLATE, ZIP_EM_AES_256)), "table.malformed");
  for (const auto& [name, content] : table("")) {
    Parts parts = table("");
    parts.erase(name);
    EXPECT_EQ(told(parts), "table.malformed") << name;
    for (const std::string bad : {"", "<a>", "<a></b>", "<a x='1' x='2'/>", "<a>&b;</a>", "\xFF"}) {
      parts[name] = bad;
      EXPECT_EQ(told(parts), "table.malformed") << name << " " << bad;
    }
  }
}

TEST(XlsxLimits, DamageAtTheEndIsKnownBeforeTheFirstRow) {
  Parts parts = table("<row r='2'><c r='A2'><v>1</v></c></row>");
  std::string& xml = parts[std::string{sheet_part}];
  xml.resize(xml.size() - 3);
  EXPECT_EQ(told(parts), "table.malformed");
}

TEST(XlsxLimits, RefusesADocumentTypeInAnyPart) {
  for (const std::string type :
       {"<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!DOCTYPE a SYSTEM 'file:///etc/hosts'>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hosts'> %c;]>"}) {
    for (const auto& [name, content] : table("")) {
      Parts parts = table("");
      const bool declared = content.starts_with("<?xml");
      parts[name].insert(declared ? content.find("?>") + 2 : 0, type);
      EXPECT_EQ(told(parts), "table.xml_dtd") << name;
    }
  }
}

TEST(XlsxLimits, RefusesAZipBomb) {
  Parts parts = table("");
  parts["xl/media/image1.bmp"] = std::string(300 * mib, '\0');
  const std::string bomb = zipped(parts);
  EXPECT_LT(bomb.size(), 2 * mib);
  EXPECT_EQ(told(bomb), "table.too_large");
}

TEST(XlsxLimits, RefusesPartsThatAreTooLargeTogether) {
  Parts parts = table("");
  const std::string third(70 * mib, '\0');
  for (const std::string name : {"1", "2", "3"}) parts[name] = third;
  EXPECT_EQ(told(zipped(parts, ZIP_CM_STORE)), "table.too_large");
}

// A megabyte packed could otherwise become hundreds of megabytes of relationships or formats.
TEST(XlsxLimits, PartsBesideTheSheetAreSmall) {
  const auto filled = [](const std::string& name, std::uint64_t bytes) {
    Parts parts = table("<row><c><v>1</v></c></row>");
    parts[name] += std::string(bytes - parts[name].size(), ' ');
    return zipped(parts, ZIP_CM_STORE);
  };
  for (const char* name :
       {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}) {
    EXPECT_EQ(told(filled(name, side_part_bytes_max)), "2: [1][]\n") << name;
    EXPECT_EQ(told(filled(name, side_part_bytes_max + 1)), "table.too_large") << name;
  }
  EXPECT_EQ(told(filled("xl/sharedStrings.xml", strings_bytes_max)), "2: [1][]\n");
  EXPECT_EQ(told(filled("xl/sharedStrings.xml", strings_bytes_max + 1)), "table.too_large");
}

TEST(XlsxLimits, SmallPartsMayPackAsWellAsTheyCan) {
  Parts parts = table("<row><c><v>1</v></c></row>");
  parts["zeros"] = std::string(mib, '\0');
  EXPECT_EQ(told(parts), "2: [1][]\n");
  parts["zeros"] = std::string(mib + 1, '\0');
  EXPECT_EQ(told(parts), "table.too_large");
}

TEST(XlsxLimits, APartMayNotBeLongerThanItSays) {
  const std::string spaces(mib / 2, ' ');
  std::string bytes = zipped(table(spaces + "<row><c><v>1</v></c></row>"));
  EXPECT_EQ(told(bytes), "2: [1][]\n");
  // The size stands 24 bytes into the entry's record in the central directory, its name 46.
  const std::size_t name = bytes.rfind(sheet_part);
  ASSERT_EQ(bytes.substr(name - 46, 4), "PK\x01\x02");
  bytes.replace(name - 22, 4, std::string("\x10\0\0\0", 4));
  EXPECT_EQ(told(bytes), "table.malformed");
}

TEST(XlsxLimits, AFewReferencesToALongStringDoNotMakeATableWithoutEnd) {
  Parts parts = table("");
  parts["xl/sharedStrings.xml"] =
      "<sst><si/><si><t>" + std::string(cell_bytes_max, 'x') + "</t></si></sst>";
  for (const std::string reference : {"<v>1</v>", "<v>0</v><v>1</v>", "<is><t>1</t></is>"}) {
    std::string rows = "<row><c t='str'><v>a</v></c></row>";
    for (int i = 0; i < 799; ++i) rows += "<row><c t='s'>" + reference + "</c></row>";
    parts[std::string{sheet_part}] = sheet(rows);
    EXPECT_TRUE(read_xlsx(zipped(parts, ZIP_CM_STORE)));
    parts[std::string{sheet_part}] = sheet(rows + "<row><c t='s'>" + reference + "</c></row>");
    EXPECT_EQ(told(zipped(parts, ZIP_CM_STORE)), "table.too_large");
  }
}

TEST(XlsxLimits, RefusesXmlThatNoOfficeWrites) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  EXPECT_EQ(told(table(deep)), "table.malformed");

  std::mt19937 random(1);
  std::string noise;
  for (zip_uint64_t i = 0; i < 2 * mib; ++i) noise += static_cast<char>('a' + random() % 26);
  EXPECT_EQ(told(table("<row x='" + noise + "'/>")), "table.malformed");
  EXPECT_EQ(told(table("<!--" + noise + "-->")), "table.malformed");
  EXPECT_EQ(told(table("<row><c><v>1</v><f>" + noise + "</f></c></row>")), "2: [1][]\n");
}

TEST(XlsxLimits, SurvivesAnyCutAndAnyFlippedByte) {
  Parts parts = table(
      "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='1'><v>45982.5</v></c>"
      "</row><row r='3'><c r='A3' t='inlineStr'><is><t>x</t></is></c></row>");
  parts["xl/sharedStrings.xml"] = "<sst><si><t>一</t></si></sst>";
  for (const int method : {ZIP_CM_STORE, ZIP_CM_DEFLATE}) {
    const std::string whole = zipped(parts, method);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      told(whole.substr(0, i));
      std::string bytes = whole;
      bytes[i] = static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ (1u << (i % 8)));
      told(bytes);
    }
  }
}

// Past the checksum of the zip, as an attacker would be.
TEST(XlsxLimits, SurvivesAnyFlippedByteOfItsXml) {
  const Parts whole =
      table("<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='0'><v>45982.5</v></c></row>");
  for (const auto& [name, content] : whole) {
    for (std::size_t i = 0; i < content.size(); ++i) {
      Parts parts = whole;
      parts[name][i] = static_cast<char>(static_cast<unsigned char>(content[i]) ^ (1u << (i % 7)));
      told(zipped(parts, ZIP_CM_STORE));
    }
  }
}

}  // namespace
}  // namespace xb::exchange
