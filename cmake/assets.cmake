# xb_assets(NAME PATTERN…): an object library with the bytes of all files that match, and the table
# that core/assets.h reads. The assembler does the including, so large files cost nothing.
function(xb_assets name)
  set(files)
  foreach(pattern ${ARGN})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
         ${CMAKE_SOURCE_DIR}/${pattern})
    list(APPEND files ${found})
  endforeach()
  list(SORT files)
  set(assembly ".section .rodata\n")
  set(declarations)
  set(table)
  set(index 0)
  foreach(file ${files})
    string(APPEND assembly
      ".globl xb_asset_${index}\n.globl xb_asset_${index}_end\n"
      "xb_asset_${index}:\n.incbin \"${CMAKE_SOURCE_DIR}/${file}\"\nxb_asset_${index}_end:\n.byte 0\n")
    string(APPEND declarations
      "extern const char xb_asset_${index}[];\nextern const char xb_asset_${index}_end[];\n")
    string(APPEND table "    {\"${file}\", xb_asset_${index}, xb_asset_${index}_end},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  set(folder ${CMAKE_BINARY_DIR}/${name})
  file(CONFIGURE OUTPUT ${folder}/bytes.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${folder}/table.inc @ONLY CONTENT
    "extern \"C\" {\n${declarations}}\nconstexpr Entry entries[] = {\n${table}};\n")
  add_library(xb_${name} OBJECT ${folder}/bytes.S)
  set(depends ${files})
  list(TRANSFORM depends PREPEND ${CMAKE_SOURCE_DIR}/)
  set_source_files_properties(${folder}/bytes.S PROPERTIES OBJECT_DEPENDS "${depends}")
  set(XB_ASSETS_FOLDER ${folder} PARENT_SCOPE)
endfunction()
